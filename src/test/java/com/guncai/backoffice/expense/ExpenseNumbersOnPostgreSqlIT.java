package com.guncai.backoffice.expense;

import com.guncai.backoffice.testing.OnPostgreSql;

@OnPostgreSql
class ExpenseNumbersOnPostgreSqlIT extends ExpenseNumbersTest {}
