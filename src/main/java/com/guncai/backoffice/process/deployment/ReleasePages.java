package com.guncai.backoffice.process.deployment;

import com.guncai.backoffice.process.version.DiagramForms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.StringUtils;

/**
 * Forms that are HTML pages: those of this release, and no others. A page runs scripts in the browser of whoever opens it, with that
 * person's rights.
 */
public final class ReleasePages {
    private static final String ENDING = ".html";

    private ReleasePages() {}

    public static boolean isPage(@Nullable String file) {
        return file != null && file.toLowerCase(Locale.ROOT).matches(".*\\.x?html?");
    }

    /** Whether a form key leads to a page of this release. */
    public static boolean isOurs(String formKey) {
        var page = DiagramForms.page(formKey);
        return page != null && content(page) != null;
    }

    /** @return {@code null} when this release has no such page */
    public static byte @Nullable [] content(String page) {
        var file = new ClassPathResource("forms/" + page);
        try {
            return page.equals(StringUtils.getFilename(page)) && page.endsWith(ENDING) && file.exists()
                    ? file.getContentAsByteArray()
                    : null;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
