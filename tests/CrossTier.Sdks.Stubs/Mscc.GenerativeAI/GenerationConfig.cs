namespace Mscc.GenerativeAI;

public class GenerationConfig;
