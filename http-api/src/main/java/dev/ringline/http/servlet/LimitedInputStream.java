package dev.ringline.http.servlet;

import dev.ringline.http.HttpApiProperties;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** Counts what is read. */
final class LimitedInputStream extends ServletInputStream {

    private final ServletInputStream body;
    private final HttpApiProperties properties;

    private long read;

    LimitedInputStream(ServletInputStream body, HttpApiProperties properties) {
        this.body = body;
        this.properties = properties;
    }

    @Override
    public int read() throws IOException {
        var next = body.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var count = body.read(buffer, offset, length);
        count(Math.max(count, 0));
        return count;
    }

    private void count(int bytes) {
        read += bytes;
        if (read > properties.maxBody().toBytes()) {
            throw properties.tooLarge();
        }
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        body.setReadListener(listener);
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
