package com.guncai.backoffice.flower;

import com.guncai.backoffice.testing.OnPostgreSql;

@OnPostgreSql
class DeliveryChangeOnPostgreSqlIT extends DeliveryChangeTest {}
