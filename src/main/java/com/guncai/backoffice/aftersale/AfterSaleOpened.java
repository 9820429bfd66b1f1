package com.guncai.backoffice.aftersale;

import org.jspecify.annotations.Nullable;

/** Somebody wants help; {@link AfterSalesProcess} starts. Without an order it is a complaint that is still to be fetched. */
record AfterSaleOpened(String afterSaleNo, @Nullable String orderNo) {}
