package dev.ringline.message.mongo;

import dev.ringline.message.Fingerprint;
import java.util.List;
import org.bson.Document;

/** Takes one user out of a message, wherever it names him. Ids are literals: one may begin with a dollar sign. */
record UserReplacement(String userId, String tombstone) {

    List<Document> pipeline() {
        Document fields = new Document("participants", inEach("$participants"))
                .append("call.callerId", in("$call.callerId"))
                .append("call.calleeId", in("$call.calleeId"))
                .append("fingerprint", Fingerprint.ERASED.value())
                .append("version", new Document("$add", List.of("$version", 1)));
        return List.of(new Document("$set", fields));
    }

    private Document inEach(String array) {
        return new Document(
                "$map", new Document("input", array).append("as", "user").append("in", in("$$user")));
    }

    private Document in(String field) {
        Document isUser = new Document("$eq", List.of(field, literal(userId)));
        return new Document("$cond", List.of(isUser, literal(tombstone), field));
    }

    private static Document literal(String id) {
        return new Document("$literal", id);
    }
}
