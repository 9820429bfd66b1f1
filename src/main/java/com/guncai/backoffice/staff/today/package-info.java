/**
 * 今日看板: what is open, late and done, in figures that lead to the lists behind them. Reads through what the modules offer
 * ({@code process.OpenWork}, {@code order.OrderDay}, {@code ledger.MoneyDay}); a module adds figures of its own by a bean of
 * {@code process.BoardFigures}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"ledger", "order", "process", "shared"})
package com.guncai.backoffice.staff.today;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
