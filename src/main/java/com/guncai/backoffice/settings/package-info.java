/**
 * 业务设置: what managers change themselves. A module offers a list by a bean of {@link com.guncai.backoffice.settings.SettingsList};
 * pages, the API, checks of what was typed, who changed what when and the way back are the same for all. What a list has no table
 * of its own for lies in {@link com.guncai.backoffice.settings.StoredSettings}. Every use reads the database: a change counts on
 * all nodes from the transaction that made it on.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"process", "shared"})
package com.guncai.backoffice.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
