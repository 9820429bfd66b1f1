package com.guncai.backoffice.sandbox.provider;

/** One of the outside companies, as it answers over HTTP. */
public interface Provider {
    /** Whether this provider serves the request's address. */
    boolean serves(Call call);

    Answer answer(Call call);
}
