namespace Mscc.GenerativeAI;

public class EmbedContentResponse;
