/** What is promised about reconciliation. */
package com.guncai.backoffice.reconciliation;
