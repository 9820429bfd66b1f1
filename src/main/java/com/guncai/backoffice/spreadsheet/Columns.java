package com.guncai.backoffice.spreadsheet;

import java.util.List;
import java.util.Map;

/**
 * The columns of a sheet.
 *
 * @param required by which the header is recognised
 * @param names by the name that the caller uses, how the header may call it
 */
public record Columns(String required, Map<String, List<String>> names) {}
