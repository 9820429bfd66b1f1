package com.guncai.backoffice.ledger;

import com.guncai.backoffice.testing.OnPostgreSql;

@OnPostgreSql
class CodeEntriesOnPostgreSqlIT extends CodeEntriesIT {}
