# SPDX-License-Identifier: GPL-3.0-or-later
segue_add_tests(web DIR app/web tst_Values.cpp LINK Segue::web)
