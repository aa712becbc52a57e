// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Pch.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>
