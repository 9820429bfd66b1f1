/** Tests of reading and writing spreadsheets. */
package com.guncai.backoffice.spreadsheet;
