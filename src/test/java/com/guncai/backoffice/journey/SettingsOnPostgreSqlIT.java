package com.guncai.backoffice.journey;

import com.guncai.backoffice.testing.OnPostgreSql;

@OnPostgreSql
class SettingsOnPostgreSqlIT extends SettingsIT {}
