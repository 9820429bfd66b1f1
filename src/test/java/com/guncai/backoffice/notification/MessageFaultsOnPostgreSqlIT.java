package com.guncai.backoffice.notification;

import com.guncai.backoffice.testing.OnPostgreSql;

@OnPostgreSql
class MessageFaultsOnPostgreSqlIT extends MessageFaultsIT {}
