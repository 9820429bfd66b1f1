/** What is promised about the ledger. */
package com.guncai.backoffice.ledger;
