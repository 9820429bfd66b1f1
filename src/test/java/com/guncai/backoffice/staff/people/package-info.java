/** Tests of the accounts of staff. */
package com.guncai.backoffice.staff.people;
