package com.guncai.backoffice.spreadsheet;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;

/** Which sheet of a workbook is read, and which are left. */
class WorkbookSheets {
    /** What the templates themselves bring along. */
    private static final String NOTES = com.guncai.backoffice.spreadsheet.Workbook.NOTES;

    private static final int ROWS_LOOKED_AT = 50;

    private final Workbook workbook;
    private final int read;

    WorkbookSheets(Workbook workbook) {
        this.workbook = workbook;
        this.read = firstVisible(workbook);
    }

    /** The first one that people see when they open the workbook. */
    Sheet first() {
        return workbook.getSheetAt(read);
    }

    com.guncai.backoffice.spreadsheet.Sheet.OtherSheets others() {
        var further = new ArrayList<String>();
        var hidden = new ArrayList<String>();
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            if (i != read && !NOTES.equals(workbook.getSheetName(i)) && !isEmpty(workbook.getSheetAt(i))) {
                (isVisible(workbook, i) ? further : hidden).add(workbook.getSheetName(i));
            }
        }
        return new com.guncai.backoffice.spreadsheet.Sheet.OtherSheets(List.copyOf(further), List.copyOf(hidden));
    }

    private static int firstVisible(Workbook workbook) {
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            if (isVisible(workbook, i)) {
                return i;
            }
        }
        return 0;
    }

    private static boolean isVisible(Workbook workbook, int at) {
        return !workbook.isSheetHidden(at) && !workbook.isSheetVeryHidden(at);
    }

    private static boolean isEmpty(Sheet sheet) {
        int looked = 0;
        for (var row : sheet) {
            for (var cell : row) {
                if (cell.getCellType() != CellType.BLANK) {
                    return false;
                }
            }
            if (++looked == ROWS_LOOKED_AT) {
                return true;
            }
        }
        return true;
    }
}
