package com.guncai.backoffice.receipt;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Random;

/**
 * Receipts as customers hand them in: screenshots of two payment apps, which differ in little but numbers, and photos of
 * printed slips. The same seed draws the same receipt.
 */
public final class DrawnReceipts {
    private static final String[] MERCHANTS = {"中国石化民族大道加油站", "中国石油星光加油站", "小桔充电万象城站", "洁车坊洗车"};
    private static final int[] AMOUNTS = {100, 200, 200, 200, 300};
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private DrawnReceipts() {}

    public static BufferedImage wechat(int seed) {
        var random = new Random(seed * 7919L * 104729L);
        var picture = blank(1080, 2340, Color.WHITE);
        var paper = paper(picture);
        statusBar(paper, random);
        paper.setColor(new Color(0x07C160));
        paper.fillOval(480, 250, 120, 120);
        say(paper, "支付成功", 420, 460, 56, Color.BLACK);
        say(paper, "¥" + amount(random) + ".00", 330, 620, 120, Color.BLACK);
        var lines = new String[][] {
            {"商户全称", merchant(random)},
            {"支付方式", "零钱"},
            {"支付时间", time(random)},
            {"交易单号", number(random, 28)},
            {"商户单号", number(random, 24)}
        };
        for (int i = 0; i < lines.length; i++) {
            say(paper, lines[i][0], 60, 840 + i * 110, 40, Color.GRAY);
            say(paper, lines[i][1], 340, 840 + i * 110, 40, Color.DARK_GRAY);
        }
        paper.dispose();
        return picture;
    }

    public static BufferedImage alipay(int seed) {
        var random = new Random(seed * 7919L * 104729L);
        var picture = blank(1170, 2532, new Color(0xF5F5F5));
        var paper = paper(picture);
        paper.setColor(new Color(0x1677FF));
        paper.fillRect(0, 0, 1170, 420);
        say(paper, "账单详情", 500, 220, 48, Color.WHITE);
        paper.setColor(Color.WHITE);
        paper.fillRect(40, 380, 1090, 1500);
        say(paper, merchant(random), 300, 520, 50, Color.BLACK);
        say(paper, "-" + amount(random) + ".00", 430, 680, 100, Color.BLACK);
        say(paper, "交易成功", 490, 780, 40, Color.GRAY);
        var lines = new String[][] {
            {"付款方式", "余额宝"},
            {"创建时间", time(random)},
            {"订单号", number(random, 28)},
            {"商家订单号", number(random, 20)},
            {"账单分类", "爱车养车"}
        };
        for (int i = 0; i < lines.length; i++) {
            say(paper, lines[i][0], 90, 950 + i * 120, 42, Color.GRAY);
            say(paper, lines[i][1], 400, 950 + i * 120, 42, Color.DARK_GRAY);
        }
        paper.dispose();
        return picture;
    }

    /** A slip on a table, a little askew, with uneven light and the noise of a sensor. */
    static BufferedImage photo(int seed) {
        var random = new Random(seed * 7919L * 104729L);
        var slip = blank(700, 1100, new Color(0xF2EFE6));
        var paper = paper(slip);
        say(paper, merchant(random), 60, 100, 44, Color.BLACK);
        for (int i = 0; i < 9; i++) {
            var text = i == 3 ? time(random) : i == 5 ? "金额 " + amount(random) + ".00" : number(random, 18);
            say(paper, text, 40, 200 + i * 90, 36, Color.BLACK);
        }
        paper.dispose();
        var picture = blank(900, 1200, Color.getHSBColor(random.nextFloat(), 0.4f, 0.35f + 0.3f * random.nextFloat()));
        var table = paper(picture);
        for (int i = 0; i < 40; i++) {
            table.setColor(new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256), 40));
            table.fillOval(
                    random.nextInt(900), random.nextInt(1200), 120 + random.nextInt(300), 60 + random.nextInt(300));
        }
        var turn = new AffineTransform();
        turn.translate(180 + random.nextInt(120), 150 + random.nextInt(180));
        turn.rotate((random.nextDouble() - 0.5) * 0.3);
        turn.scale(0.6 + random.nextDouble() * 0.15, 0.6 + random.nextDouble() * 0.15);
        table.drawImage(slip, turn, null);
        table.dispose();
        for (int y = 0; y < 1200; y++) {
            for (int x = 0; x < 900; x++) {
                var light = (int) (20 * Math.sin(x / 420.0 + seed) + random.nextGaussian() * 7);
                picture.setRGB(x, y, lit(picture.getRGB(x, y), light));
            }
        }
        return picture;
    }

    private static int lit(int rgb, int light) {
        var lit = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            lit |= Math.max(0, Math.min(255, (rgb >> shift & 255) + light)) << shift;
        }
        return lit;
    }

    private static void statusBar(Graphics2D paper, Random random) {
        say(paper, "%02d:%02d".formatted(random.nextInt(24), random.nextInt(60)), 60, 80, 36, Color.BLACK);
        say(paper, "5G " + (1 + random.nextInt(99)) + "%", 860, 80, 36, Color.BLACK);
    }

    private static String merchant(Random random) {
        return MERCHANTS[random.nextInt(MERCHANTS.length)];
    }

    private static int amount(Random random) {
        return AMOUNTS[random.nextInt(AMOUNTS.length)];
    }

    private static String time(Random random) {
        return TIME.format(LocalDateTime.of(2026, 11, 1, 0, 0).plusSeconds(random.nextInt(86_400 * 24)));
    }

    private static String number(Random random, int digits) {
        var number = new StringBuilder("4200002");
        while (number.length() < digits) {
            number.append(random.nextInt(10));
        }
        return number.toString();
    }

    static BufferedImage blank(int width, int height, Color colour) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return picture;
    }

    private static Graphics2D paper(BufferedImage picture) {
        var graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        return graphics;
    }

    private static void say(Graphics2D paper, String text, int x, int y, int size, Color colour) {
        paper.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, size));
        paper.setColor(colour);
        paper.drawString(text, x, y);
    }
}
