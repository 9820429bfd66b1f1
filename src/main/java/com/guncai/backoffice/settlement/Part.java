package com.guncai.backoffice.settlement;

import com.guncai.backoffice.ledger.LedgerEntry;
import org.jspecify.annotations.Nullable;

/**
 * What an entry of the ledger adds to a figure, in fen.
 *
 * @param reason why it is in this month and not in an earlier one; {@code null} when it belongs here
 */
record Part(LedgerEntry entry, Figure.Key key, long amountFen, @Nullable String reason) {}
