package com.guncai.backoffice.receipt;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/** Brightness of a picture's pixels, 0 to 255, the picture at most 2600 pixels long. */
record GrayscaleImage(int width, int height, int[] pixels) {
    private static final int LONGEST_SIDE = 2600;
    private static final int SMALLEST = 16;
    private static final int SMALL_SIDE = 480;

    static GrayscaleImage of(BufferedImage picture) {
        var scale = Math.min(1.0, (double) LONGEST_SIDE / Math.max(picture.getWidth(), picture.getHeight()));
        var width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        var height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        var pixels = small.getRGB(0, 0, width, height, null, 0, width);
        for (int i = 0; i < pixels.length; i++) {
            var rgb = pixels[i];
            pixels[i] = (299 * (rgb >> 16 & 255) + 587 * (rgb >> 8 & 255) + 114 * (rgb & 255)) / 1000;
        }
        return new GrayscaleImage(width, height, pixels);
    }

    /** Without the even borders around it: a frame, a margin, the bars that a viewer leaves above and below. */
    GrayscaleImage trimmed() {
        int left = 0;
        int top = 0;
        int right = width;
        int bottom = height;
        for (var before = -1; before != left + top - right - bottom; ) {
            before = left + top - right - bottom;
            while (top + SMALLEST < bottom && even(left, top, right, top + 1)) {
                top++;
            }
            while (top + SMALLEST < bottom && even(left, bottom - 1, right, bottom)) {
                bottom--;
            }
            while (left + SMALLEST < right && even(left, top, left + 1, bottom)) {
                left++;
            }
            while (left + SMALLEST < right && even(right - 1, top, right, bottom)) {
                right--;
            }
        }
        var inner = new int[(right - left) * (bottom - top)];
        for (int y = top; y < bottom; y++) {
            System.arraycopy(pixels, y * width + left, inner, (y - top) * (right - left), right - left);
        }
        return new GrayscaleImage(right - left, bottom - top, inner);
    }

    /** A row or column of one shade, but for the ends, where another border may stand. */
    private boolean even(int left, int top, int right, int bottom) {
        var shade = at((left + right) / 2, (top + bottom) / 2);
        var others = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                if (Math.abs(at(x, y) - shade) > 24) {
                    others++;
                }
            }
        }
        return others * 100 <= (right - left) * (bottom - top);
    }

    int at(int x, int y) {
        return pixels[y * width + x];
    }

    /** So small that an area of it is quickly summed up, still with all that is seen from afar. */
    GrayscaleImage small() {
        var longest = Math.max(width, height);
        if (longest <= SMALL_SIDE) {
            return this;
        }
        var columns = Math.max(1, width * SMALL_SIDE / longest);
        var rows = Math.max(1, height * SMALL_SIDE / longest);
        var means = fields(0, 0, width, height, columns, rows);
        return new GrayscaleImage(
                columns,
                rows,
                Arrays.stream(means).mapToInt(mean -> (int) Math.round(mean)).toArray());
    }

    /** The mean of each of {@code columns * rows} equal fields of a part of the picture, row by row. */
    double[] fields(int left, int top, int right, int bottom, int columns, int rows) {
        var sums = new double[columns * rows];
        for (int row = 0; row < rows; row++) {
            var y0 = top + (double) (bottom - top) * row / rows;
            var y1 = top + (double) (bottom - top) * (row + 1) / rows;
            for (int column = 0; column < columns; column++) {
                var x0 = left + (double) (right - left) * column / columns;
                var x1 = left + (double) (right - left) * (column + 1) / columns;
                sums[row * columns + column] = mean(x0, y0, x1, y1);
            }
        }
        return sums;
    }

    /** Pixels that the field covers in part count by that part, so that a shift by half a pixel changes little. */
    private double mean(double x0, double y0, double x1, double y1) {
        double sum = 0;
        double weight = 0;
        for (int y = (int) y0; y < Math.min(height, Math.ceil(y1)); y++) {
            var vertical = Math.min(y + 1, y1) - Math.max(y, y0);
            for (int x = (int) x0; x < Math.min(width, Math.ceil(x1)); x++) {
                var share = vertical * (Math.min(x + 1, x1) - Math.max(x, x0));
                sum += share * at(x, y);
                weight += share;
            }
        }
        return weight == 0 ? 0 : sum / weight;
    }
}
