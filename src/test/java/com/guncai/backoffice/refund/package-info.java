/** What is promised about money that goes back. */
package com.guncai.backoffice.refund;
