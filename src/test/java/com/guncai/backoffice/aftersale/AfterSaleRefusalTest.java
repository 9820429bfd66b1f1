package com.guncai.backoffice.aftersale;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.testing.Multipart;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no request for help is refused and leaves nothing behind. */
class AfterSaleRefusalTest extends AfterSaleFixture {
    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"topic\":\" \",\"text\":\"x\"}", "{\"topic\":\"x\"}", "[]", "null", "x"})
    void whatSaysNothingIsRefused(String request) {
        var answer = customer.api()
                .post("/api/v1/orders/" + orderNo + "/after-sales", new Multipart().json("request", request));
        assertThat(answer.is(400).text("/code")).isEqualTo("REQUEST_INVALID");
        assertThat(cases()).isZero();
    }

    @Test
    void whatIsNoPictureIsRefusedWithAllTheRest() throws IOException {
        var answer = customer.asksForHelp(orderNo, "其他", "看图", picture(), "<svg onload=alert(1)>".getBytes());
        assertThat(answer.is(400).text("/code")).isEqualTo("RECEIPT_NOT_A_PICTURE");
        assertThat(cases()).isZero();
    }

    @Test
    void threePicturesAreTheMost() throws IOException {
        var one = picture();
        customer.asksForHelp(orderNo, "其他", "看图", one, one, one, one).is(400);
        assertThat(cases()).isZero();
        customer.asksForHelp(orderNo, "其他", "看图", one, one, one).is(202);
    }

    @Test
    void somebodyElsesOrderDoesNotExistAndAnUnpaidOneNeedsNoHelp() {
        var stranger = MiniProgram.of(port, "132%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        stranger.asksForHelp(orderNo, "其他", "x").is(404);
        assertThat(customer.asksForHelp(customer.placesFlowers(), "其他", "x")
                        .is(409)
                        .text("/code"))
                .isEqualTo("ORDER_STATE");
    }

    private int cases() {
        return jdbc.queryForObject("select count(*) from after_sale where order_no = ?", Integer.class, orderNo);
    }

    static byte[] picture() throws IOException {
        var picture = new BufferedImage(600, 800, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = picture.createGraphics();
        graphics.setColor(Color.PINK);
        graphics.fillRect(50, 50, 300, 500);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }
}
