// SPDX-License-Identifier: GPL-3.0-or-later
// The Qt headers that most files of ui/ need, compiled once.
#pragma once

#include "app/Pch.h"

#include <QAbstractItemModel>
#include <QAction>
#include <QDialog>
#include <QHBoxLayout>
#include <QIcon>
#include <QImage>
#include <QLabel>
#include <QPainter>
#include <QPixmap>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWidget>

#include <numeric>
