// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Error.h"

namespace segue
{

bool Error::leavesWriteInDoubt() const
{
    switch (kind) {
    case ErrorKind::Network:
    case ErrorKind::Timeout:
    case ErrorKind::BadAnswer:
    case ErrorKind::ServerFault:
        return true;
    case ErrorKind::BadRequest:
    case ErrorKind::SignedOut:
    case ErrorKind::MissingScope:
    case ErrorKind::NotAllowed:
    case ErrorKind::AppRefused:
    case ErrorKind::NotFound:
    case ErrorKind::TooLarge:
    case ErrorKind::RateLimited:
    case ErrorKind::InvalidInput:
    case ErrorKind::Local:
    case ErrorKind::Denied:
    case ErrorKind::Cancelled:
        return false;
    }
    return true;
}

bool Error::isPassing() const
{
    switch (kind) {
    case ErrorKind::Network:
    case ErrorKind::Timeout:
    case ErrorKind::BadAnswer:
    case ErrorKind::RateLimited:
    case ErrorKind::ServerFault:
        return true;
    case ErrorKind::BadRequest:
    case ErrorKind::SignedOut:
    case ErrorKind::MissingScope:
    case ErrorKind::NotAllowed:
    case ErrorKind::AppRefused:
    case ErrorKind::NotFound:
    case ErrorKind::TooLarge:
    case ErrorKind::InvalidInput:
    case ErrorKind::Local:
    case ErrorKind::Denied:
    case ErrorKind::Cancelled:
        return false;
    }
    return false;
}

} // namespace segue
