package com.guncai.backoffice.process;

import java.util.Set;

/**
 * A link in the head of every staff page; a module adds its own by a bean.
 *
 * @param label Chinese, four characters or so
 * @param path of the page: {@code /staff/batches}
 * @param position smaller comes first: 10 for what the day begins with, 90 for what is looked at once a month
 * @param groups ids of the groups that see it; the same that may open the page
 */
public record StaffMenuEntry(String label, String path, int position, Set<String> groups) {}
