package com.guncai.backoffice.spreadsheet;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The columns of a sheet.
 *
 * @param required without which a row is not the header
 * @param names by the name that the caller uses, how the header may call it
 */
public record Columns(Set<String> required, Map<String, List<String>> names) {}
