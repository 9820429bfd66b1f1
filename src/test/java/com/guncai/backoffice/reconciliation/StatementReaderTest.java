package com.guncai.backoffice.reconciliation;

import static com.guncai.backoffice.reconciliation.BillSource.ALIPAY;
import static com.guncai.backoffice.reconciliation.BillSource.BANK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Alipay and banks export, as it comes: lines above and below, odd columns, odd cells. */
class StatementReaderTest {
    private static final Charset GBK = Charset.forName("GBK");

    @Test
    void aliPaysCsvHasLinesAboveAndBelow() {
        var lines = read(
                ALIPAY,
                """
                #支付宝账务明细查询
                #账号：[20880000000000000156]
                #起始日期：[2026年11月28日 00:00:00]   终止日期：[2026年11月29日 00:00:00]
                #-----------------------------------------账务明细列表----------------------------------------
                账务流水号,业务流水号,商户订单号,商品名称,发生时间,对方账号,收入金额（+元）,支出金额（-元）,账户余额（元）,交易渠道,业务类型,备注
                123456789012345671\t,2026112822001400001\t,,返现,2026-11-28 10:20:30,某人(138****0000),,-50.00,"1,000.00",支付宝,转账,
                123456789012345672\t,2026112822001400002\t,T1001\t,退货,2026-11-28 11:00:00,,"1,280.50",,2280.50,支付宝,交易退款,
                #-----------------------------------------账务明细列表结束------------------------------------
                #支出合计：1笔，共-50.00元
                #收入合计：1笔，共1280.50元
                #导出时间：[2026年11月29日 09:00:00]
                """
                        .getBytes(GBK));

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).externalNo()).isEqualTo("123456789012345671");
        assertThat(lines.get(0).otherNos()).containsExactly("2026112822001400001");
        assertThat(lines.get(0).amountFen()).isEqualTo(-5000);
        assertThat(lines.get(0).at()).isEqualTo(Instant.parse("2026-11-28T02:20:30Z"));
        assertThat(lines.get(1).amountFen()).isEqualTo(128050);
        assertThat(lines.get(1).orderNo()).isEqualTo("T1001");
    }

    @Test
    void thePhonesExportHasTwoDozenLinesFirstAndSaysTheDirectionInWords() {
        var head = "-------,\n".repeat(22);
        var lines = read(
                ALIPAY,
                (head
                                + """
                                交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注,
                                2026-11-28 08:00:00,充值,某公司,/,话费,支出,49.80,余额,交易成功,20261128A1\t,,,
                                2026-11-28 08:01:00,转账,某人,/,退回,收入,50.00,余额,交易成功,20261128A2\t,,,
                                2026-11-28 08:02:00,理财,某公司,/,转入,不计收支,999.00,余额,交易成功,20261128A3\t,,,
                                2026-11-28 08:03:00,充值,某公司,/,话费,支出,49.80,余额,交易关闭,20261128A4\t,,,
                                """)
                        .getBytes(GBK));

        assertThat(lines).extracting(BillLine::externalNo).containsExactly("20261128A1", "20261128A2");
        assertThat(lines).extracting(BillLine::amountFen).containsExactly(-4980L, 5000L);
    }

    @Test
    void aBanksWorkbookIsReadByItsHeader() throws IOException {
        var lines = read(
                BANK,
                workbook(
                        List.of("某某银行 账户交易明细"),
                        List.of("账号：4500 **** 0001"),
                        List.of("交易日期", "交易流水号", "借方发生额", "贷方发生额", "余额", "摘要"),
                        List.of("20261128", "B0001", "50.00", "", "100.00", "转账"),
                        List.of("2026/11/28 16:05", "B0002", "", "¥12,000.00", "12,100.00", "回款"),
                        List.of("", "", "", "", "", ""),
                        List.of("合计", "", "50.00", "12,000.00", "", "")));

        assertThat(lines).extracting(BillLine::externalNo).containsExactly("B0001", "B0002");
        assertThat(lines).extracting(BillLine::amountFen).containsExactly(-5000L, 1_200_000L);
        assertThat(lines.get(0).at()).isEqualTo(Instant.parse("2026-11-27T16:00:00Z"));
        assertThat(lines.get(1).at()).isEqualTo(Instant.parse("2026-11-28T08:05:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-28,1.23456E+27,50.00,末几位丢了",
        "昨天,B1,50.00,时间认不出来",
        "2026-13-45,B1,50.00,时间认不出来",
        "2026-11-28,B1,五十,金额认不出来",
        "2026-11-28,B1,0.001,金额认不出来"
    })
    void aRowThatCannotBeReadIsRefusedByItsNumber(String day, String number, String yuan, String why) {
        var file = ("日期,流水号,收入,支出\n2026-11-28,B0,1.00,\n%s,%s,,%s\n")
                .formatted(day, number, yuan)
                .getBytes(GBK);

        assertThatThrownBy(() -> read(BANK, file)).hasMessageContaining("第 3 行").hasMessageContaining(why);
    }

    @Test
    void aFileOfSomethingElseIsRefused() {
        assertThatThrownBy(() -> read(BANK, "手机号,数量\n13800000000,1\n".getBytes(GBK)))
                .hasMessageContaining("没有找到");
        assertThatThrownBy(() -> read(BANK, "日期,流水号,余额\n2026-11-28,B1,5\n".getBytes(GBK)))
                .hasMessageContaining("金额的列");
    }

    private static List<BillLine> read(BillSource source, byte[] file) {
        var lines = new ArrayList<BillLine>();
        StatementReader.read(source, file, lines::add);
        return lines;
    }

    @SafeVarargs
    static byte[] workbook(List<String>... rows) throws IOException {
        try (var workbook = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            var sheet = workbook.createSheet("明细");
            for (int row = 0; row < rows.length; row++) {
                var line = sheet.createRow(row);
                for (int column = 0; column < rows[row].size(); column++) {
                    line.createCell(column).setCellValue(rows[row].get(column));
                }
            }
            workbook.write(out);
            return out.toByteArray();
        }
    }
}
