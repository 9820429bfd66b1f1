package com.guncai.backoffice.settings;

import com.guncai.backoffice.shared.ProblemException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;

/** A list that managers change, or one page of values: then it has a single item. */
public interface SettingsList {
    /** In addresses: {@code flowers}. */
    String key();

    /** Chinese, fit to show. */
    String title();

    /** What a change of it does, in a sentence or two for managers. */
    String hint();

    /** Smaller comes first. */
    int position();

    List<SettingField> fields();

    /** In the order in which they are shown. */
    List<Item> items();

    /**
     * Inserts or changes an item, in the transaction that records it.
     *
     * @param values of all fields, each checked by itself
     * @throws ProblemException {@code SETTING_INVALID} when they do not fit together
     */
    void save(String id, Map<String, @Nullable Object> values);

    /** Whether managers may add items. */
    default boolean isOpen() {
        return false;
    }

    /** Whether managers may take items away. */
    default boolean isRemovable() {
        return false;
    }

    /** Only where {@link #isRemovable}. */
    default void remove(String id) {
        throw new UnsupportedOperationException(key());
    }

    /** The field that holds the address of a picture; {@code null} where items have none. */
    default @Nullable String pictureField() {
        return null;
    }

    /**
     * Keeps a picture that somebody uploaded; only where there is a {@link #pictureField}.
     *
     * @return its address
     */
    default String keepPicture(InputStreamSource file) {
        throw new UnsupportedOperationException(key());
    }

    /** What the list comes to at the moment, for managers; empty for nothing. */
    default List<String> now() {
        return List.of();
    }

    /** @param title what the item is called where it is listed */
    record Item(String id, String title, Map<String, @Nullable Object> values) {}
}
