# SPDX-License-Identifier: GPL-3.0-or-later
segue_add_tests(auth DIR app/auth
    tst_CallbackRequest.cpp
    tst_EndpointUrl.cpp
    tst_KeychainAnswers.cpp
    tst_KeychainOrder.cpp
    tst_KeychainTokenStore.cpp
    tst_Pkce.cpp
    tst_Session.cpp
    tst_SessionTokens.cpp
    tst_SessionWithKeychain.cpp
    tst_SignInConfig.cpp
    tst_SignInWithStandIn.cpp
    tst_SystemKeychain.cpp
    tst_TokenAnswer.cpp
    SUPPORT AuthSupport.cpp AuthSupport.h ScriptedKeychain.cpp ScriptedKeychain.h
    TokenStoreFixture.h
    LINK Segue::auth Segue::demo)
