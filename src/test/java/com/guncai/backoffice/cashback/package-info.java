/** Claims, their pictures and their payees. */
package com.guncai.backoffice.cashback;
