package com.guncai.backoffice.notification;

import com.guncai.backoffice.shared.Masked;
import java.util.Map;

/**
 * What one step of a process has to say.
 *
 * @param step the same on every retry
 * @param template the code that diagrams use
 * @param params display-ready texts by name; never stored
 * @param placeholders by name, the word that an SMS says where there is no text, or none that Aliyun takes
 */
record OutboundMessage(
        String step, String orderNo, String template, Map<String, String> params, Map<String, String> placeholders) {
    @Override
    public String toString() {
        return Masked.text(this);
    }
}
