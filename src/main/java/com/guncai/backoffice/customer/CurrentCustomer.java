package com.guncai.backoffice.customer;

/** The signed-in customer of a request, as the access token names it. */
public record CurrentCustomer(long id) {}
