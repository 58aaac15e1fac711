package dev.ringline.message;

class InMemoryMessagesTest extends MessagesContract {

    private final Messages messages = new InMemoryMessages();

    @Override
    protected Messages messages() {
        return messages;
    }
}
