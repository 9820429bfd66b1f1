package com.guncai.backoffice.coupon.batch;

import com.guncai.backoffice.spreadsheet.Cell;
import com.guncai.backoffice.spreadsheet.Columns;
import java.util.Map;

/** What the rows of a kind of file mean. */
interface RowReading {
    Columns columns();

    /** The column that the file is about. */
    String key();

    /** Whether the contents are codes, of which none may ever come twice. */
    boolean areCodes();

    /** By which contents are told apart: as it stands, or what differs in nothing that counts. */
    String identity(String content);

    BatchRow read(int number, Map<String, Cell> cells);
}
