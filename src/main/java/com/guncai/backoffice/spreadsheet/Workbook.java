package com.guncai.backoffice.spreadsheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** A workbook for people, written row by row. Every cell is text: nothing in it is ever computed. */
public final class Workbook implements AutoCloseable {
    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** The sheet that says how to fill in the first; nobody takes it for a list. */
    static final String NOTES = "填写说明";

    private static final int WIDEST = 60;

    private final SXSSFWorkbook workbook = new SXSSFWorkbook(200);
    private final CellStyle text;
    private final CellStyle head;
    private SXSSFSheet sheet;
    private int next;

    public Workbook(String sheetName, List<String> header) {
        text = workbook.createCellStyle();
        text.setDataFormat(workbook.createDataFormat().getFormat("@"));
        text.setQuotePrefixed(true);
        head = workbook.createCellStyle();
        var bold = workbook.createFont();
        bold.setBold(true);
        head.setFont(bold);
        head.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        head.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        head.setBorderBottom(BorderStyle.THIN);
        sheet = sheet(sheetName, header);
    }

    /** Rows from here on are on a sheet of their own. */
    public void next(String sheetName, List<String> header) {
        sheet = sheet(sheetName, header);
    }

    private SXSSFSheet sheet(String name, List<String> header) {
        var made = workbook.createSheet(name);
        next = 0;
        for (int i = 0; i < header.size(); i++) {
            made.setDefaultColumnStyle(i, text);
            made.setColumnWidth(i, Math.min(WIDEST, 8 + 2 * header.get(i).length() + 8) * 256);
        }
        made.createFreezePane(0, 1);
        row(made, header, head);
        return made;
    }

    public void row(List<String> values) {
        row(sheet, values, text);
    }

    private void row(SXSSFSheet on, List<String> values, CellStyle style) {
        var row = on.createRow(next++);
        for (int i = 0; i < values.size(); i++) {
            var cell = row.createCell(i);
            cell.setCellValue(values.get(i));
            cell.setCellStyle(style);
        }
    }

    /** A second sheet that says how to fill in the first. */
    public void notes(List<String> lines) {
        var notes = workbook.createSheet(NOTES);
        notes.setColumnWidth(0, 100 * 256);
        for (int i = 0; i < lines.size(); i++) {
            notes.createRow(i).createCell(0).setCellValue(lines.get(i));
        }
    }

    public void writeTo(OutputStream out) throws IOException {
        workbook.write(out);
    }

    /** Removes its temporary files as well. */
    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
