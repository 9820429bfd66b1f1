package com.guncai.backoffice.shared;

/**
 * A remote step that no repetition can mend: the job gives up at once and becomes an incident for people. Anything else
 * thrown by a service task is tried again after the back-off that the diagram sets. The message is for managers, in
 * Chinese; it names the order and the provider's code, never a phone number or an amount.
 */
public class NonRetryableException extends RuntimeException {
    public NonRetryableException(String message) {
        super(message);
    }
}
