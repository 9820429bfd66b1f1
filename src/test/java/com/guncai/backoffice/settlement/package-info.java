/** What is promised about settlement. */
package com.guncai.backoffice.settlement;
