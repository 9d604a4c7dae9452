namespace OpenAI.Responses;

public class ResponseCreationOptions;
