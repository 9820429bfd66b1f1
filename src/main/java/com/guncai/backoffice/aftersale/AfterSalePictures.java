package com.guncai.backoffice.aftersale;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which pictures belong to which after-sale, in the order in which they were handed in. */
@Component
class AfterSalePictures {
    private final JdbcTemplate jdbc;

    AfterSalePictures(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(String afterSaleNo, List<String> pictures) {
        for (int i = 0; i < pictures.size(); i++) {
            jdbc.update(
                    "insert into after_sale_picture (after_sale_no, position, picture) values (?, ?, ?)",
                    afterSaleNo,
                    i,
                    pictures.get(i));
        }
    }

    /** Their names in the store. */
    List<String> of(String afterSaleNo) {
        return jdbc.queryForList(
                "select picture from after_sale_picture where after_sale_no = ? order by position",
                String.class,
                afterSaleNo);
    }

    /** @return the names of those that were forgotten */
    List<String> forget(String afterSaleNo) {
        var forgotten = of(afterSaleNo);
        jdbc.update("delete from after_sale_picture where after_sale_no = ?", afterSaleNo);
        return forgotten;
    }
}
