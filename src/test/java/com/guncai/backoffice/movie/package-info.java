/** Tests of top-ups. */
package com.guncai.backoffice.movie;
