package com.guncai.backoffice.process;

import java.util.List;

/** Cases of a module that are not over: each must be with a process, {@link UnattendedCases} looks after that. */
public interface OpenCases {
    /**
     * In the order of their numbers, which are the business keys of their processes.
     *
     * @param after the last number of the page before; empty for the first page
     */
    List<OpenCase> page(String after, int size);

    /** Whether a case is not over now. */
    boolean isOpen(String caseNo);

    /** @param orderNo the order that the case is about, for people */
    record OpenCase(String caseNo, String orderNo) {}
}
