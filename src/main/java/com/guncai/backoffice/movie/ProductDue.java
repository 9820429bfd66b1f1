package com.guncai.backoffice.movie;

/** The stock of a product is to be looked at. */
record ProductDue(String productId) {}
