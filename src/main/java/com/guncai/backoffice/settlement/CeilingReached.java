package com.guncai.backoffice.settlement;

/** So much of the year's ceiling is used that managers have to know; its process starts with it. */
record CeilingReached(String caseNo) {}
