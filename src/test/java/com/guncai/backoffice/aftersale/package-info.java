/** What is promised about after-sales and complaints. */
package com.guncai.backoffice.aftersale;
