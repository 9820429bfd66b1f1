package com.guncai.backoffice.codepurchase;

/** The stock of a product is to be looked at. */
record ProductDue(String productId) {}
