/** What is promised about money. */
package com.guncai.backoffice.payment;
