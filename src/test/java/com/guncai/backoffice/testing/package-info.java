/** What tests of several modules share. */
package com.guncai.backoffice.testing;
