/**
 * Orders as staff see them: the search, the story of one order, notes, and what each member of staff completed. Reads through
 * what the modules offer ({@code order.StorySection}, {@code order.OrderLookup}, {@code process}); none of them knows it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"customer", "order", "process", "shared", "spreadsheet"})
package com.guncai.backoffice.staff.orders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
