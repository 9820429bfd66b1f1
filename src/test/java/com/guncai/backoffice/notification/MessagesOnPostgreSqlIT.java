package com.guncai.backoffice.notification;

import com.guncai.backoffice.testing.OnPostgreSql;

/** The same on the database of production. */
@OnPostgreSql
class MessagesOnPostgreSqlIT extends MessagesIT {}
