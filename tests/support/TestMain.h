// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTest>

#include <functional>

/// One executable a room holds many test classes, so that the build links few programs; CTest runs each
/// class by itself (`tst_web TestScheduler`), as Qt Test would a program of its own.
namespace segue::test
{

using TestFactory = std::function<QObject *()>;

/// Registers a test class under its name; SEGUE_TEST does it.
class Registration
{
public:
    Registration(const char *className, TestFactory factory);
};

} // namespace segue::test

/// Put it at the end of a test's file, before the moc include. `Class` must be in the file's own scope.
#define SEGUE_TEST(Class)                                                                                              \
    static const segue::test::Registration segueRegistration##Class(#Class, [] { return new Class; });
