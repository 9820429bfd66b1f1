package com.guncai.backoffice.coupon.batch;

import com.guncai.backoffice.spreadsheet.Cell;
import com.guncai.backoffice.spreadsheet.Columns;
import java.util.Map;

/** What the rows of a kind of file mean. */
interface RowReading {
    Columns columns();

    BatchRow read(int number, Map<String, Cell> cells);
}
