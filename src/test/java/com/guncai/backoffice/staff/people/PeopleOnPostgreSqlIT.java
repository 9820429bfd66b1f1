package com.guncai.backoffice.staff.people;

import com.guncai.backoffice.testing.OnPostgreSql;

@OnPostgreSql
class PeopleOnPostgreSqlIT extends PeopleIT {}
